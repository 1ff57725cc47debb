package dev.parityguard.servers;

/**
 * Starts LocalS3, which has no main class of its own, in a process of its own. By reflection, since its jars are on
 * the class path of that process only.
 */
final class LocalS3Launcher {

    private LocalS3Launcher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> server = Class.forName("com.robothy.s3.rest.LocalS3");
        Object builder = server.getMethod("builder").invoke(null);
        builder.getClass().getMethod("port", int.class).invoke(builder, Integer.parseInt(arguments[0]));
        Object built = builder.getClass().getMethod("build").invoke(builder);
        server.getMethod("start").invoke(built);
    }
}
