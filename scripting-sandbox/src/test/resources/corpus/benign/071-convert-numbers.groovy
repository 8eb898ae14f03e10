// numbers of one type as another | must return 1.41 5 3
return [(Math.sqrt(2) as BigDecimal).setScale(2), 5L as int, 3.7 as int].join(' ')
