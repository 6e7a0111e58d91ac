package dev.verbatim.article.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses a page may be fetched from.
class PublicAddressSocketsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:1ff::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void specialAddressIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddressSockets.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.215.14",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.1",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "2a00:1450::1",
                "64:ff9b::5db8:d70e"
            })
    void addressOfTheInternetIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddressSockets.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void everySocketIsChecked() {
        var sockets = new PublicAddressSockets();
        InetAddress here = InetAddress.getLoopbackAddress();

        assertThatThrownBy(
                        () -> {
                            try (Socket socket = sockets.createSocket()) {
                                socket.connect(new InetSocketAddress(here, 80), 100);
                            }
                        })
                .isInstanceOf(PublicAddressSockets.NotPublicException.class);
        assertThatThrownBy(() -> sockets.createSocket(here, 80).close())
                .isInstanceOf(PublicAddressSockets.NotPublicException.class);
        assertThatThrownBy(() -> sockets.createSocket("localhost", 80).close())
                .isInstanceOf(PublicAddressSockets.NotPublicException.class);
    }
}
