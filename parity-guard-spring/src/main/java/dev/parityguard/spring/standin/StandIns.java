package dev.parityguard.spring.standin;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * What stands in for services inside an application context, as its bean definitions and properties tell. Immutable.
 */
public final class StandIns {
    /** The kind of service that an application itself is. */
    public static final String KIND = "spring";

    private final Observed observed;

    private StandIns(Observed observed) {
        this.observed = observed;
    }

    /** Looks at a context, on the calling thread. Creates no bean and asks no service. */
    public static StandIns seenIn(ConfigurableListableBeanFactory beanFactory, Environment environment) {
        Facts.Builder facts = Facts.builder();
        List<Unknown> unknowns = new ArrayList<>();
        for (BeanRole role : BeanRole.values()) {
            role.read(beanFactory, facts, unknowns);
        }
        new PropertyFacts(environment, beanFactory.getBeanClassLoader()).read(facts);
        return new StandIns(new Observed(KIND, facts.build(), unknowns));
    }

    Observed observed() {
        return observed;
    }
}
