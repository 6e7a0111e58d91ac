package dev.verbatim.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// Has the tests of a class run on each database that a store may be in: all that they open with
/// [StoreFile] is there. On PostgreSQL they are skipped, each by its name, where none is installed.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(StoreDatabase.Invocations.class)
public @interface OnEachDatabase {

    /// Whether that is so in every build. The journeys, and the longest tests of delivery, run on
    /// SQLite only, unless the build is told otherwise (`-Dverbatim.every-database=true`): a build
    /// should take less than twenty minutes.
    boolean inEveryBuild() default true;
}
