// [data] a field of a record that is saved | after saving | must be rejected at compile
record.name = 'other'
