package kith.script.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes as a compromised compiler might hand them over. */
class ScriptVerifierTest {

    private record Attack(String name, Consumer<MethodVisitor> code) {}

    @Test
    void admitsAHarmlessBody() {
        assertThatCode(() -> admit(code -> {})).doesNotThrowAnyException();
    }

    @TestFactory
    Stream<DynamicTest> refusesForeignCode() {
        return Stream.of(
                        new Attack("static call", call("java/lang/System", "gc", "()V")),
                        new Attack(
                                "the meter itself",
                                call(
                                        "kith/script/meter/Meter",
                                        "current",
                                        "()Lkith/script/meter/Meter;")),
                        new Attack(
                                "an unlisted method of the library",
                                call(
                                        "kith/script/library/Numbers",
                                        "whole",
                                        "(Ljava/lang/Number;)Ljava/math/BigInteger;")),
                        new Attack(
                                "field",
                                code ->
                                        code.visitFieldInsn(
                                                Opcodes.GETSTATIC,
                                                "java/lang/System",
                                                "out",
                                                "Ljava/io/PrintStream;")),
                        new Attack(
                                "creation",
                                code -> code.visitTypeInsn(Opcodes.NEW, "java/lang/Thread")),
                        new Attack(
                                "class constant",
                                code -> code.visitLdcInsn(Type.getObjectType("java/lang/String"))),
                        new Attack(
                                "method handle",
                                code ->
                                        code.visitLdcInsn(
                                                new Handle(
                                                        Opcodes.H_INVOKESTATIC,
                                                        "java/lang/System",
                                                        "gc",
                                                        "()V",
                                                        false))),
                        new Attack(
                                "dynamic call",
                                code ->
                                        code.visitInvokeDynamicInsn(
                                                "x",
                                                "()V",
                                                new Handle(
                                                        Opcodes.H_INVOKESTATIC,
                                                        "script/Rule",
                                                        "run",
                                                        "()V",
                                                        false))),
                        new Attack(
                                "cast",
                                code -> {
                                    code.visitInsn(Opcodes.ACONST_NULL);
                                    code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Class");
                                }),
                        new Attack(
                                "monitor",
                                code -> {
                                    code.visitVarInsn(Opcodes.ALOAD, 0);
                                    code.visitInsn(Opcodes.MONITORENTER);
                                }),
                        new Attack(
                                "array of unknown size",
                                code -> {
                                    code.visitLdcInsn(1_000_000_000);
                                    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
                                }),
                        new Attack(
                                "array of numbers",
                                code -> {
                                    code.visitInsn(Opcodes.ICONST_1);
                                    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
                                }),
                        new Attack(
                                "handler of every throwable by name",
                                code -> {
                                    var start = new Label();
                                    var end = new Label();
                                    code.visitTryCatchBlock(start, end, end, "java/lang/Throwable");
                                    code.visitLabel(start);
                                    code.visitInsn(Opcodes.NOP);
                                    code.visitLabel(end);
                                }),
                        new Attack(
                                "handler that covers itself",
                                code -> {
                                    var start = new Label();
                                    var end = new Label();
                                    code.visitTryCatchBlock(start, end, start, null);
                                    code.visitLabel(start);
                                    code.visitInsn(Opcodes.NOP);
                                    code.visitLabel(end);
                                }),
                        new Attack(
                                "call of a superclass",
                                code -> {
                                    code.visitVarInsn(Opcodes.ALOAD, 0);
                                    code.visitMethodInsn(
                                            Opcodes.INVOKESPECIAL,
                                            "java/lang/Object",
                                            "clone",
                                            "()Ljava/lang/Object;",
                                            false);
                                }))
                .map(attack ->
                        DynamicTest.dynamicTest(
                                attack.name(),
                                () ->
                                        assertThatThrownBy(() -> admit(attack.code()))
                                                .isInstanceOf(RefusedCodeException.class)));
    }

    @Test
    void refusesForeignSuperclassesInterfacesAndNames() {
        assertRefused("script/Rule", "java/lang/Thread", "kith/script/library/ScriptBody");
        assertRefused("script/Rule", "java/lang/Object", "java/lang/Runnable");
        assertRefused("java/lang/Rule", "java/lang/Object", "kith/script/library/ScriptBody");
    }

    @Test
    void refusesWorkInAnInitializer() {
        var writer = writer("script/Rule", "java/lang/Object", "kith/script/library/ScriptBody");
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        var start = new Label();
        code.visitLabel(start);
        code.visitJumpInsn(Opcodes.GOTO, start);
        code.visitMaxs(1, 1);
        code.visitEnd();
        writer.visitEnd();
        assertThatThrownBy(() -> ScriptGate.admit(Map.of("script/Rule", writer.toByteArray())))
                .isInstanceOf(RefusedCodeException.class);
    }

    @Test
    void refusesALoopInAConstructor() {
        var writer = writer("script/Rule", "java/lang/Object", "kith/script/library/ScriptBody");
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        var start = new Label();
        code.visitLabel(start);
        code.visitJumpInsn(Opcodes.GOTO, start);
        code.visitMaxs(1, 1);
        code.visitEnd();
        writer.visitEnd();
        assertThatThrownBy(() -> ScriptGate.admit(Map.of("script/Rule", writer.toByteArray())))
                .isInstanceOf(RefusedCodeException.class)
                .hasMessageContaining("constructor");
    }

    @Test
    void refusesStaticFields() {
        var writer = writer("script/Rule", "java/lang/Object", "kith/script/library/ScriptBody");
        writer.visitField(Opcodes.ACC_STATIC, "kept", "Ljava/util/List;", null, null).visitEnd();
        writer.visitEnd();
        assertThatThrownBy(() -> ScriptGate.admit(Map.of("script/Rule", writer.toByteArray())))
                .isInstanceOf(RefusedCodeException.class);
    }

    @Test
    void weavesTheMeterIntoEveryMethod() {
        byte[] admitted = admit(_ -> {}).get("script.Rule");
        assertThat(new String(admitted, StandardCharsets.ISO_8859_1))
                .contains("kith/script/meter/Meter")
                .contains("enter");
    }

    private static Consumer<MethodVisitor> call(String owner, String name, String descriptor) {
        return code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    private static Map<String, byte[]> admit(Consumer<MethodVisitor> attack) {
        var writer = writer("script/Rule", "java/lang/Object", "kith/script/library/ScriptBody");
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()Ljava/lang/Object;", null, null);
        code.visitCode();
        attack.accept(code);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(10, 10);
        code.visitEnd();
        writer.visitEnd();
        return ScriptGate.admit(Map.of("script/Rule", writer.toByteArray()));
    }

    private static void assertRefused(String name, String superName, String interfaceName) {
        var writer = writer(name, superName, interfaceName);
        writer.visitEnd();
        assertThatThrownBy(() -> ScriptGate.admit(Map.of(name, writer.toByteArray())))
                .isInstanceOf(RefusedCodeException.class);
    }

    private static ClassWriter writer(String name, String superName, String interfaceName) {
        var writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC,
                name,
                null,
                superName,
                new String[] {interfaceName});
        return writer;
    }
}
