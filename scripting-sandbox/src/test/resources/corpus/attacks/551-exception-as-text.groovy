// [exceptions] an exception as a text names its class | must fail with an error
def m = ''
try { record.description.length() } catch (Exception e) { m = e.toString() }
if (m.contains('java') || m.contains('xception')) { while (true) {} }
return record.description.length()
