package dev.parityguard.probe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * What every probe holds to, whatever the other side does: it returns the right outcome with a readable reason, in time,
 * leaves no thread and no connection behind, and tells no secret.
 *
 * <p>A subclass brings a real server and targets for it. A client or pool that it makes for a target is given to
 * {@link #closeAfterwards}.
 */
public abstract class ProbeContract {
    /** How much time a probe is given here. */
    protected static final Duration TIME = Duration.ofSeconds(2);

    /** How long after the deadline the probe's thread must be free, on a busy machine. */
    protected static final Duration GRACE = Duration.ofSeconds(2);

    /** Threads of the servers, the proxies and their processes. */
    private static final Pattern OF_THE_TEST_ITSELF = Pattern.compile("proxy |accept on |process reaper|stopper");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level level = ROOT.getLevel();
    private final List<Appender<ILoggingEvent>> otherAppenders = new ArrayList<>();

    /** The provider under test. */
    protected abstract ProbeProvider provider();

    /** A running server, which all tests of the class share. */
    protected abstract BackingServer server();

    /** Starts one more server that answers the same targets, to be stopped by a test. */
    protected abstract BackingServer startAnother();

    /** A target with credentials that {@link #server()} accepts. */
    protected abstract Target healthy(String host, int port);

    /** The same target with a wrong password. */
    protected abstract Target wrongCredentials(String host, int port);

    /** A target whose user may log in and nothing more. */
    protected abstract Target leastPrivilege(String host, int port);

    /** A target that demands TLS; {@link #server()} does not offer it. */
    protected abstract Target demandingTls(String host, int port);

    /** A target without TLS for a server that demands it. */
    protected abstract Target lackingTls();

    /** Every text that must not be told: passwords, tokens. */
    protected abstract List<String> secrets();

    /** Whether a user that may log in sees everything, so that nothing may be refused to it. */
    protected boolean leastPrivilegeSeesAll() {
        return false;
    }

    /** How many connections an application's own handle may keep open afterwards. */
    protected int connectionsOfTheHandle() {
        return 0;
    }

    /** Whether a thread belongs to the application's own handle, which may keep it. */
    protected boolean isOfTheHandle(Thread thread) {
        return false;
    }

    /** Runs after the test, the last one given first. */
    protected final <T extends AutoCloseable> T closeAfterwards(T resource) {
        toClose.push(resource);
        return resource;
    }

    @BeforeEach
    void listenToTheLog() {
        log.setContext(ROOT.getLoggerContext());
        log.start();
        ROOT.iteratorForAppenders().forEachRemaining(otherAppenders::add);
        otherAppenders.forEach(ROOT::detachAppender);
        ROOT.addAppender(log);
        ROOT.setLevel(Level.TRACE);
    }

    @AfterEach
    void closeAll() throws Exception {
        ROOT.detachAppender(log);
        ROOT.setLevel(level);
        otherAppenders.forEach(ROOT::addAppender);
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }

    @Test
    void healthyServerIsObservedAndEveryFactIsDescribed() throws Exception {
        FaultProxy proxy = proxy(server());
        Observed observed = observed(look(healthy(proxy.host(), proxy.port()), proxy));
        assertThat(observed.facts().value("product")).isNotBlank();
        if (provider().catalogue().describe("version") != null) {
            assertThat(observed.facts().value("version")).isNotBlank();
        }
        assertThat(observed.facts().stream().map(Fact::name))
                .allSatisfy(name -> assertThat(provider().catalogue().describe(name))
                        .as(name)
                        .isNotNull());
    }

    @Test
    void lookingTwiceSeesTheSame() throws Exception {
        FaultProxy proxy = proxy(server());
        Target target = healthy(proxy.host(), proxy.port());
        Observation first = look(target, proxy);
        assertThat(look(target, proxy)).isEqualTo(first);
    }

    @Test
    void missingRightsAreUnknownsThatNameWhatIsMissing() throws Exception {
        FaultProxy proxy = proxy(server());
        Observed observed = observed(look(leastPrivilege(proxy.host(), proxy.port()), proxy));
        if (leastPrivilegeSeesAll()) {
            assertThat(observed.unknowns()).noneMatch(unknown -> unknown.cause() == Cause.NOT_PERMITTED);
            return;
        }
        assertThat(observed.unknowns())
                .anySatisfy(unknown -> assertThat(unknown.cause()).isEqualTo(Cause.NOT_PERMITTED))
                .allSatisfy(unknown -> assertThat(unknown.missing()).isNotBlank());
    }

    @Test
    void wrongCredentialsAreNotPermitted() throws Exception {
        FaultProxy proxy = proxy(server());
        assertUnreachable(look(wrongCredentials(proxy.host(), proxy.port()), proxy), Cause.NOT_PERMITTED);
    }

    @Test
    void refusedConnectionIsUnreachable() throws Exception {
        assertFault(Fault.refuse(), Cause.UNREACHABLE);
    }

    @Test
    void unansweredConnectTimesOut() throws Exception {
        UnansweredPort port = closeAfterwards(new UnansweredPort());
        assertUnreachable(look(healthy(port.host(), port.port()), null), Cause.TIMED_OUT, Cause.UNREACHABLE);
    }

    @Test
    void silenceAfterConnectTimesOut() throws Exception {
        assertFault(Fault.blackHole(), Cause.TIMED_OUT);
    }

    @Test
    void answersThatTrickleTimeOut() throws Exception {
        assertFault(Fault.trickle(1, Duration.ofMillis(100)), Cause.TIMED_OUT);
    }

    @Test
    void connectionThatIsClosedAtOnceIsUnreachable() throws Exception {
        assertFault(Fault.closeImmediately(), Cause.UNREACHABLE, Cause.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 30, 300, 1_000})
    void connectionThatIsCutInTheMiddleIsUnreachable(long bytes) throws Exception {
        FaultProxy proxy = proxy(server());
        proxy.inject(Fault.cutAfter(bytes));
        assertCut(look(healthy(proxy.host(), proxy.port()), proxy));
    }

    /** What is seen over connections that are cut; a probe with several of them may have seen a part. */
    protected void assertCut(Observation observation) throws Exception {
        assertUnreachable(observation, Cause.UNREACHABLE, Cause.TIMED_OUT);
    }

    @Test
    void webPageFromTheOtherSideIsUnreachable() throws Exception {
        assertFault(Fault.httpPage(), Cause.UNREADABLE, Cause.UNREACHABLE, Cause.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000\u00ff\u0010\u0003\u00fe\u0080", "S", "R\u007f\u00ff\u00ff\u00ff", "$2147483647\r\n"})
    void bytesWithoutSenseAreUnreachable(String bytes) throws Exception {
        assertFault(Fault.garbage(bytes), Cause.UNREADABLE, Cause.UNREACHABLE, Cause.TIMED_OUT);
    }

    @Test
    void tlsThatTheServerDoesNotOfferIsSaid() throws Exception {
        FaultProxy proxy = proxy(server());
        Unreachable unreachable = assertUnreachable(
                look(demandingTls(proxy.host(), proxy.port()), proxy),
                Cause.UNREACHABLE,
                Cause.UNREADABLE,
                Cause.TIMED_OUT);
        assertThat(unreachable.reason()).containsPattern("TLS|SSL");
    }

    @Test
    void tlsThatTheServerDemandsIsSaid() throws Exception {
        Unreachable unreachable =
                assertUnreachable(look(lackingTls(), null), Cause.UNREACHABLE, Cause.NOT_PERMITTED, Cause.UNREADABLE);
        assertThat(unreachable.reason()).containsPattern("TLS|SSL|encrypt");
    }

    @Test
    void serverThatStopsMeanwhileIsUnreachable() throws Exception {
        assertStopped(BackingServer::kill, Cause.UNREACHABLE, Cause.TIMED_OUT);
    }

    @Test
    void serverThatFreezesMeanwhileTimesOut() throws Exception {
        assertStopped(BackingServer::freeze, Cause.TIMED_OUT);
    }

    private void assertFault(Fault fault, Cause... causes) throws Exception {
        FaultProxy proxy = proxy(server());
        proxy.inject(fault);
        assertUnreachable(look(healthy(proxy.host(), proxy.port()), proxy), causes);
    }

    private void assertStopped(Consumer<BackingServer> stop, Cause... causes) throws Exception {
        BackingServer another = closeAfterwards(startAnother());
        FaultProxy proxy = proxy(another);
        proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(300)));
        Target target = healthy(proxy.host(), proxy.port());
        Thread stopper = new Thread(
                () -> {
                    await("a connection", () -> proxy.connectionsOpened() > 0);
                    stop.accept(another);
                },
                "stopper");
        stopper.start();
        assertUnreachable(look(target, proxy), causes);
        stopper.join();
    }

    private Observation look(Target target, @Nullable FaultProxy proxy) throws Exception {
        assertThat(provider().accepts(target)).isTrue();
        Set<Thread> before = threads();
        ProbeTrial.Result result = ProbeTrial.run(provider().probe(target), TIME);
        assertThat(result.took()).isLessThan(TIME.plus(GRACE));
        if (proxy != null) {
            await("only the handle's own connections", () -> proxy.connectionsOpen() <= connectionsOfTheHandle());
        }
        await("no thread left", () -> before.containsAll(threads()));
        assertNoSecretIn(result.observation().toString());
        List.copyOf(log.list)
                .forEach(event -> assertNoSecretIn(event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage())));
        return result.observation();
    }

    private void assertNoSecretIn(String text) {
        assertThat(text).doesNotContain(secrets());
    }

    private static Observed observed(Observation observation) {
        assertThat(observation).isInstanceOf(Observed.class);
        return (Observed) observation;
    }

    /** Asserts that nothing was reached, for one of these causes and with a readable reason. */
    protected static Unreachable assertUnreachable(Observation observation, Cause... causes) {
        assertThat(observation).isInstanceOf(Unreachable.class);
        Unreachable unreachable = (Unreachable) observation;
        assertThat(unreachable.cause()).as(unreachable.reason()).isIn((Object[]) causes);
        assertThat(unreachable.reason()).isNotBlank().hasSizeLessThan(500).doesNotContain("\n", "\r", "null");
        return unreachable;
    }

    private FaultProxy proxy(BackingServer server) {
        return closeAfterwards(FaultProxy.to(server));
    }

    /** The threads that live now, without those of the test servers and proxies. */
    private Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !OF_THE_TEST_ITSELF.matcher(thread.getName()).lookingAt())
                .filter(thread -> !isOfTheHandle(thread))
                .collect(Collectors.toSet());
    }

    /** Waits until it holds. */
    protected static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting for: " + what).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
