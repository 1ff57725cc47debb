package dev.parityguard.spring;

import dev.parityguard.target.Target;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;

/** A data source as the application has it. Of several behind one, the default is looked at. */
final class DataSourceTarget {
    private static final boolean ROUTING = ClassUtils.isPresent(
            "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource",
            DataSourceTarget.class.getClassLoader());

    private DataSourceTarget() {}

    static Target of(String name, Object bean) {
        return ROUTING ? Routing.of(name, bean) : Target.of(bean);
    }

    /** Knows Spring's JDBC support, which an application may not have. */
    private static final class Routing {
        static Target of(String name, Object bean) {
            if (!(bean instanceof AbstractRoutingDataSource routing)) {
                return Target.of(bean);
            }
            DataSource byDefault = routing.getResolvedDefaultDataSource();
            if (byDefault == null) {
                return Target.missing("the bean '" + name + "' chooses a data source for each call and has no default; "
                        + "name one of its targets instead");
            }
            LoggerFactory.getLogger("dev.parityguard")
                    .info(
                            "The bean {} chooses among {} data sources; the guard looks at the default one",
                            name,
                            routing.getResolvedDataSources().size());
            return Target.of(byDefault);
        }
    }
}
