package dev.parityguard.quarkus.runtime;

import dev.parityguard.matching.Client;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.target.Target;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import jakarta.enterprise.inject.Any;
import java.util.ArrayList;
import java.util.List;

/** The data sources of Agroal that are active. Loaded only where Agroal is there. */
final class DataSourceClients {
    private DataSourceClients() {}

    static List<Client> active() {
        List<Client> clients = new ArrayList<>();
        // AgroalDataSourceUtil.activeDataSourceNames() of Quarkus 3.33 leaves out the data sources that have a name.
        for (InstanceHandle<AgroalDataSource> handle : Arc.container()
                .select(AgroalDataSource.class, Any.Literal.INSTANCE)
                .handles()) {
            if (handle.getBean().isActive()) {
                String name = AgroalDataSourceUtil.dataSourceName(handle.getBean());
                clients.add(ClientServices.client(ClientKind.DATA_SOURCE, name, () -> Target.of(handle.get())));
            }
        }
        return clients;
    }
}
