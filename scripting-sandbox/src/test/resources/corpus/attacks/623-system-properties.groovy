// [api] reads the properties of the JVM | must be rejected at compile
return System.getProperty('user.home')
