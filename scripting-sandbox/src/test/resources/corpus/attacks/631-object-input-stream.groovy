// [api] reads serialized objects | must be rejected at compile
new ObjectInputStream(null).readObject()
