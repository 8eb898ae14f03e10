// [unicode] letters of full width that look like a refused name | must be rejected at compile
return record.ｃｌａｓｓ
