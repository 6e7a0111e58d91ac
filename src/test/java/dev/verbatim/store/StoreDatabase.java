package dev.verbatim.store;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database that a store may be in.
public enum StoreDatabase {
    SQLITE,
    POSTGRESQL;

    private static final ThreadLocal<StoreDatabase> CURRENT = ThreadLocal.withInitial(() -> SQLITE);

    /// The one that the test of this thread is about.
    public static StoreDatabase current() {
        return CURRENT.get();
    }

    /// The runs of a test class: one on each database.
    static final class Invocations implements ClassTemplateInvocationContextProvider {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
                ExtensionContext context) {
            boolean all =
                    Boolean.getBoolean("verbatim.every-database")
                            || context.getRequiredTestClass()
                                    .getAnnotation(OnEachDatabase.class)
                                    .inEveryBuild();
            return (all ? Stream.of(values()) : Stream.of(SQLITE)).map(Invocation::new);
        }
    }

    private record Invocation(StoreDatabase database) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return database.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Selection(database));
        }
    }

    private record Selection(StoreDatabase database)
            implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {

        /// Tests are skipped and not their class, so that the report names them.
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean missing =
                    context.getTestMethod().isPresent()
                            && database == POSTGRESQL
                            && !PostgresServer.isInstalled();
            return missing
                    ? ConditionEvaluationResult.disabled("there is no PostgreSQL on this machine")
                    : ConditionEvaluationResult.enabled("the database is there");
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            CURRENT.set(database);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            CURRENT.remove();
            PostgresServer.dropDatabasesOfThisThread();
        }
    }
}
