// [api] reads a file by its path | must be rejected at compile
return java.nio.file.Files.readString(java.nio.file.Path.of('/proc/self/environ'))
