def account = record.account
if (account != null && account.revenue != null && account.revenue > 10_000_000) {
  record.probability = (record.probability ?: 0) + 5
}
