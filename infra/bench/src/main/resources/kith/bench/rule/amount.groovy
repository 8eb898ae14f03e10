if (record.amount == null) {
  record.amount = 0
}
if (record.amount < 0) {
  record.addError('amount', 'An amount is not negative')
} else if (record.amount > 1_000_000 && record.stage == 'prospect') {
  record.stage = 'qualify'
}
