package dev.verbatim;

import dev.verbatim.store.Store;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// Opens the store, for the server only: a command needs none, and must not wait for it.
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
class StoreConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Store store(DataSource source) {
        return Store.open(source);
    }
}
