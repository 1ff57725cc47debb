package dev.parityguard.service.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The connections of a client by its own metrics. It tries again and again and then says no more than that time has passed;
 * these tell why.
 *
 * @param open how many there are
 * @param opened how many were made since the client's beginning
 */
record Connections(double open, double opened) {
    static Connections of(Admin admin) {
        double open = 0;
        double opened = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : admin.metrics().entrySet()) {
            if (metric.getValue().metricValue() instanceof Number value) {
                switch (metric.getKey().name()) {
                    case "connection-count" -> open = value.doubleValue();
                    case "connection-creation-total" -> opened = value.doubleValue();
                    default -> {}
                }
            }
        }
        return new Connections(open, opened);
    }
}
