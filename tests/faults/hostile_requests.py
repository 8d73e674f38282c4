"""Requests that two readers may read in two ways (RFC 9112, 11.2): what one takes for the body is to the other a request of its own.
Each is followed by one that asks for SECRET, which nobody may answer. The same as src/web/http/smuggling_test.cpp has."""

SECRET = "/inloggning/hemlig"
LINE = "POST /processer/oversyn/kvittens HTTP/1.1\r\n"
HOST = "Host: localhost\r\n"
HIDDEN = f"GET {SECRET} HTTP/1.1\r\nHost: localhost\r\n\r\n"

CODINGS = ["xchunked", "identity", "chunked, gzip", "gzip, chunked", "chunked, chunked", "", '"chunked"', "chunked;q=1", "chunked,",
           ",chunked", "chun ked", "chunked\x0b", "\x0bchunked", "chunked\0", "x", "trailers", "chunked, identity", "cow"]
CODING_LINES = ["Transfer-Encoding : chunked", "Transfer-Encoding\t: chunked", " Transfer-Encoding: chunked",
                "Transfer-Encoding:\r\n chunked", "Transfer-Encoding: chunked\r\n\t, identity", "X: y\nTransfer-Encoding: chunked",
                "X: y\rTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: chunked\r\nContent-Length: 5", "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 0\r\nTransfer-Encoding: chunked", "Transfer_Encoding: chunked\r\nContent-Length: 5"]
LENGTHS = ["-1", "+5", "5x", "0x5", "5 5", "5,5", "5, 6", "", "5.0", "5e0", '"5"', "18446744073709551616"]
LENGTH_LINES = ["Content-Length: 5\r\nContent-Length: 0", "Content-Length: 0\r\nContent-Length: 5", "Content-Length : 5",
                "Content-Length:\r\n 5", " Content-Length: 5", "X: y\nContent-Length: 5", "X: y\rContent-Length: 5"]
CHUNKS = ["zz\r\n", "0x5\r\nabcde\r\n0\r\n\r\n", "+5\r\nabcde\r\n0\r\n\r\n", "5\nabcde\r\n0\r\n\r\n", "5\r\nabcdeXX0\r\n\r\n",
          "5\r\nabcdefgh\r\n0\r\n\r\n", "10000000000000005\r\nabcde\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFF\r\nabcde\r\n0\r\n\r\n",
          "5;\n\r\nabcde\r\n0\r\n\r\n"]
HEADS = ["POST / HTTP/1.1\r\n\r\n", LINE + HOST + HOST + "\r\n", LINE + "Host: evil.example\r\n\r\n", LINE + "Host : localhost\r\n\r\n",
         LINE + "Host: localhost\nX: y\r\n\r\n", "POST  / HTTP/1.1\r\n" + HOST + "\r\n", "POST /\tHTTP/1.1\r\n" + HOST + "\r\n",
         "POST / http/1.1\r\n" + HOST + "\r\n", LINE + HOST + "no colon\r\n\r\n", LINE + HOST + "X: a\0b\r\n\r\n",
         LINE + HOST + "X: a\r\n folded\r\n\r\n", "GET /\r\n\r\n"]


def corpus():
    """Each with whether the server itself must refuse it; a proxy may make it whole before it sends it on."""
    heads = [LINE + HOST + f"Transfer-Encoding: {coding}\r\n\r\n" for coding in CODINGS]
    heads += [LINE + HOST + line + "\r\n\r\n" for line in CODING_LINES]
    heads += [LINE + HOST + f"Content-Length: {length}\r\n\r\n" for length in LENGTHS]
    heads += [LINE + HOST + line + "\r\n\r\n" for line in LENGTH_LINES]
    heads += [LINE + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunks for chunks in CHUNKS]
    heads += HEADS
    heads += [f"POST / HTTP/1.0\r\n{HOST}Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"]
    return [(head + "0\r\n\r\n" + HIDDEN).encode("latin-1") for head in heads]
