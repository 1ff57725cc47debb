package dev.parityguard.service.rabbitmq;

/** A user and a password. Shows neither. */
record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "***";
    }
}
