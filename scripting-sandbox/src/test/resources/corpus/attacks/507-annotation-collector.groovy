// [compile-time] an annotation made of annotations | must be rejected at compile
@groovy.transform.AnnotationCollector([groovy.transform.ToString])
@interface Mine {}
return 1
