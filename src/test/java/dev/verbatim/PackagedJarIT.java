package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.verbatim.store.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The jar as it is handed out.
class PackagedJarIT {

    private static final Path JAR = Path.of("target/verbatim.jar");

    @BeforeEach
    void theJarIsPackaged() {
        assumeTrue(Files.exists(JAR), "no jar to look into: mvn package makes one");
    }

    @Test
    void containsItsSbomItsLicenceAndTheNoticesOfOthers() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            JsonNode sbom =
                    new JsonMapper().readTree(text(jar, "META-INF/sbom/application.cdx.json"));

            assertThat(sbom.at("/metadata/component/name").asString()).isEqualTo("verbatim");
            assertThat(sbom.path("components").valueStream())
                    .extracting(component -> component.path("name").asString())
                    .contains("lucene-core", "onnxruntime", "telegrambots-longpolling")
                    .doesNotContain("jazzer-junit", "mockito-core");
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Apache Lucene");
        }
    }

    @Test
    void containsNoTestsNoTrainingAndNoDebugSymbols() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.contains(".dSYM/"))
                    .noneMatch(name -> name.matches("dev/verbatim/.*(Test|IT)(\\$.*)?\\.class"))
                    .noneMatch(name -> name.matches("dev/verbatim/.*(Trainer|Calibrat).*"))
                    .noneMatch(name -> name.startsWith("org/junit/"));
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersAQuestion(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(JavaCommand.java(), "-jar"));
        command.addAll(
                List.of(
                        JAR.toString(),
                        "ask",
                        "--json",
                        "What does Smith say about loose talk?",
                        "--verbatim.data-dir=" + folder.resolve("data")));

        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(folder.resolve("log").toFile())
                        .start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        JsonNode answer = new JsonMapper().readTree(Files.readString(output));
        assertThat(answer.at("/speaker/name").asString()).isEqualTo("Julianne Smith");
        assertThat(folder.resolve("data/native")).isDirectoryContaining("glob:**/*onnxruntime*");
    }

    @Test
    void makesItsTablesInPostgresqlAndAnswersOnTelegram(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(PostgresServer.isInstalled(), "there is no PostgreSQL on this machine");
        String url = PostgresServer.newEmptyDatabase();
        String store = "-Dspring.datasource.url=" + url;

        try (var bot =
                new LaunchedBot(
                        List.of(JavaCommand.java(), store, "-jar", JAR.toString()), folder)) {
            bot.ask(7, "What does Smith say about loose talk?");
        }

        assertThat(
                        JdbcClient.create(new DriverManagerDataSource(url))
                                .sql("select speaker_name from given_answer")
                                .query(String.class)
                                .list())
                .containsExactly("Julianne Smith");
        PostgresServer.dropDatabasesOfThisThread();
    }
}
