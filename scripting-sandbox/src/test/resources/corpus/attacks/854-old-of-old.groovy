// [records] the former state of the former state | per batch | must be rejected at compile
return records*.old*.old
