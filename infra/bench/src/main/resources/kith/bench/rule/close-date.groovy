if (record.closeDate == null) {
  record.closeDate = today().plusDays(30)
}
if (record.stage in ['won', 'lost'] && record.closeDate > today()) {
  record.closeDate = today()
}
