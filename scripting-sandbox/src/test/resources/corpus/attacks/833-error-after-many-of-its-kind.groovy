// [info] the JVM stops noting where an error came from after the many-thousandth | must fail with an error
String s = null
int n = 0
for (int i = 0; i < 40000; i++) { if (i > 39998) { return s.length() }
  try { n += s.length() } catch (Exception e) { } }
