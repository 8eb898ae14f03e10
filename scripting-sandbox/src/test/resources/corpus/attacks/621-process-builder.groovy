// [api] starts a process by its builder | must be rejected at compile
new ProcessBuilder('id').start()
