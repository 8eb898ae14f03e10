switch (record.stage) {
  case 'prospect': record.probability = 10; break
  case 'qualify': record.probability = 20; break
  case ['analysis', 'proposal']: record.probability = 40; break
  case 'negotiation': record.probability = 70; break
  case 'won': record.probability = 100; break
  case 'lost': record.probability = 0; break
  default: record.probability = 50
}
