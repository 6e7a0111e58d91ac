package dev.verbatim.article.web;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import javax.net.SocketFactory;

/// A factory of sockets that connect to public addresses only. The address is checked where the
/// connection is made, so it doesn't matter what a name server says the next time.
final class PublicAddressSockets extends SocketFactory {

    private static final int BYTE = 0xFF;

    // Ranges of IPv4 that are special besides those that InetAddress knows (IANA's registry): first
    // octets, and the length of the prefix.
    private static final int[][] SPECIAL_V4 = {
        {0, 0, 0, 8},
        {100, 64, 0, 10},
        {192, 0, 0, 24},
        {192, 0, 2, 24},
        {192, 88, 99, 24},
        {198, 18, 0, 15},
        {198, 51, 100, 24},
        {203, 0, 113, 24},
        {240, 0, 0, 4}
    };

    /// The gateways to IPv4 of networks that have only IPv6 (RFC 6052).
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    /// The address of a connection that was not made because it isn't public.
    static final class NotPublicException extends IOException {

        private static final long serialVersionUID = 1;

        NotPublicException(InetAddress address) {
            super(address.getHostAddress() + " is not a public address");
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (!(endpoint instanceof InetSocketAddress internet) || internet.isUnresolved()) {
                    throw new IOException(endpoint + " is no address on the internet");
                }
                if (!isPublic(internet.getAddress())
                        || NetworkInterface.getByInetAddress(internet.getAddress()) != null) {
                    throw new NotPublicException(internet.getAddress());
                }
                super.connect(endpoint, timeout);
            }
        };
    }

    /// Whether an address is one on the internet, of a single machine.
    static boolean isPublic(InetAddress address) {
        boolean special =
                address.isLoopbackAddress()
                        || address.isAnyLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special
                && switch (address) {
                    case Inet4Address _ -> isPublicV4(bytes);
                    case Inet6Address _ -> isPublicV6(bytes);
                    default -> false;
                };
    }

    private static boolean isPublicV4(byte[] bytes) {
        return Arrays.stream(SPECIAL_V4).noneMatch(range -> isWithin(bytes, range));
    }

    private static boolean isWithin(byte[] bytes, int[] range) {
        int bits = range[3];
        for (int octet = 0; octet < 3; octet++) {
            int mask = (BYTE << (8 - Math.clamp(bits - 8 * octet, 0, 8))) & BYTE;
            if ((bytes[octet] & mask) != range[octet]) {
                return false;
            }
        }
        return true;
    }

    /// Global unicast is 2000::/3. Within it 2001::/23, 2001:db8::/32, 2002::/16 and 3fff::/20 are
    /// protocols, documentation, and tunnels into IPv4.
    private static boolean isPublicV6(byte[] bytes) {
        if (Arrays.equals(NAT64, Arrays.copyOf(bytes, NAT64.length))) {
            return isPublicEmbedded(Arrays.copyOfRange(bytes, NAT64.length, bytes.length));
        }
        int first = (bytes[0] & BYTE) << 8 | (bytes[1] & BYTE);
        int second = (bytes[2] & BYTE) << 8 | (bytes[3] & BYTE);
        boolean global = first >> 13 == 1;
        boolean special =
                (first == 0x2001 && (second < 0x200 || second == 0xdb8))
                        || first == 0x2002
                        || (first == 0x3fff && second < 0x1000);
        return global && !special;
    }

    private static boolean isPublicEmbedded(byte[] v4) {
        try {
            return isPublic(InetAddress.getByAddress(v4));
        } catch (IOException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address, 0);
        return socket;
    }
}
