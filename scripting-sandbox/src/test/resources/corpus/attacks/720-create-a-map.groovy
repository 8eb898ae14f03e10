// [coercion] a map as a value of a new record, its type hidden | must be rejected at compile
def values = ['a'].collectEntries { [(it): [b: 1]] }
Object hidden = values
crm.create('Task', [name: hidden])
