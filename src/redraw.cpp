#include "engine/pictures/redraw.hpp"

#include <fstream>
#include <iterator>

/// medskapa-redraw FROM TO: draws a picture of a stranger anew. A program of its own, so that a fault in a
/// library that reads pictures reaches neither the database nor the network: app/inspel/sent_file runs it
/// confined. Exits with 0 when it is drawn. Else it writes nothing, or TO without a
/// byte for a picture that is too large.
int main(int argc, char** argv) {
    using namespace medskapa::pictures;
    if (argc != 3) return 1;
    std::ifstream in{argv[1], std::ios::binary};
    if (!in) return 1;
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    const auto redrawn = redraw(bytes);
    if (redrawn.outcome == Drawn::not_a_picture) return 1;
    std::ofstream out{argv[2], std::ios::binary};
    out.write(redrawn.bytes.data(), static_cast<std::streamsize>(redrawn.bytes.size()));
    return out.flush() && redrawn.outcome == Drawn::whole ? 0 : 1;
}
