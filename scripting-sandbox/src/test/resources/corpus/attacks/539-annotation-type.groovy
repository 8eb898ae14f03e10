// [classes] an annotation type of its own | must be rejected at compile
@interface Evil { String value() default 'x' }
return 1
