// [api] a script engine of the JDK | must be rejected at compile
new javax.script.ScriptEngineManager()
