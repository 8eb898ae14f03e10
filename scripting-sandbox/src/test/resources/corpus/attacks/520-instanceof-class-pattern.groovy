// [reflection] a type test against a type of the host | must be rejected at compile
return record instanceof kith.script.library.ScriptObject
