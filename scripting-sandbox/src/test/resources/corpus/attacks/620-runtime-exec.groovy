// [api] starts a process by the runtime | must be rejected at compile
Runtime.getRuntime().exec('id')
