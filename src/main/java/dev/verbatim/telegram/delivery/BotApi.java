package dev.verbatim.telegram.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.meta.TelegramUrl;

/// A Bot API server and who we are there.
record BotApi(HttpUrl server, BotToken token) {

    // More calls than this wait for one another; the limits of Telegram are far below.
    private static final int CALLS_AT_ONCE = 64;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// A client of its own, to be closed with [#close]. Its threads don't keep the process alive.
    ///
    /// @param answer how long a server may take to answer
    OkHttpClient client(Duration answer) {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .writeTimeout(CONNECT)
                .readTimeout(answer)
                .callTimeout(answer.plus(CONNECT))
                .followRedirects(false)
                .addInterceptor(this::call)
                .build();
    }

    /// The server in the library's words, which leave out the path; [#call] puts it back.
    TelegramUrl url() {
        return new TelegramUrl(server.scheme(), server.host(), server.port(), false);
    }

    /// Where a method is called, without the server's path: see [#call].
    HttpUrl method(String name) {
        return root().addPathSegment("bot" + token.value()).addPathSegment(name).build();
    }

    /// Where a file is, the same way.
    HttpUrl file(String path) {
        return root().addPathSegment("file")
                .addPathSegment("bot" + token.value())
                .addPathSegments(path)
                .build();
    }

    private HttpUrl.Builder root() {
        return new HttpUrl.Builder()
                .scheme(server.scheme())
                .host(server.host())
                .port(server.port());
    }

    static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private Response call(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(underPath(chain.request()));
        } catch (IOException e) {
            if (token.isIn(String.valueOf(e.getMessage()))) {
                throw new IOException(token.redacted(String.valueOf(e.getMessage())));
            }
            throw e;
        }
    }

    private Request underPath(Request request) {
        HttpUrl.Builder address = server.newBuilder();
        request.url().pathSegments().forEach(address::addPathSegment);
        return request.newBuilder().url(address.build()).build();
    }
}
