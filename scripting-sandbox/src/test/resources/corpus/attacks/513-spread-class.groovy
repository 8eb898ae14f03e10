// [reflection] the classes of the elements by spread-dot | must be rejected at compile
return [record]*.class
