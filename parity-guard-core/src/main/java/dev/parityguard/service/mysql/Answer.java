package dev.parityguard.service.mysql;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.service.jdbc.Instants;
import dev.parityguard.service.jdbc.Row;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes facts of what the server answered. */
record Answer(Variables variables, List<Row> behaviour, Instants instants) {

    Observed observed(List<Unknown> unknowns, UnaryOperator<String> keyed) {
        Facts.Builder facts = Facts.builder();
        Product product = Product.of(variables);
        facts.put("product", product.name());
        facts.put("version", product.version());
        if (variables.session("basedir") != null) {
            facts.put("platform", platform());
        }
        variables.putFacts(facts);
        String uuid = variables.session("server_uuid");
        if (uuid != null) {
            facts.put("identity.server", keyed.apply(uuid));
        }
        for (Row answer : behaviour) {
            if (answer.name().equals("clock") && answer.value() != null) {
                facts.putFlag("clock.agrees_with_this_machine", instants.agreeWith(Double.parseDouble(answer.value())));
            } else {
                facts.put(answer.name(), answer.value());
            }
        }
        return new Observed("mysql", facts.build(), unknowns);
    }

    /** Who hosts it, told by what only managed offerings have. Read in their documentation. */
    private String platform() {
        if (variables.session("aurora_version") != null) {
            return "aurora";
        }
        if (String.valueOf(variables.session("basedir")).startsWith("/rdsdbbin")) {
            return "rds";
        }
        return String.valueOf(variables.session("version")).endsWith("-google") ? "cloud-sql" : "self-managed";
    }
}
