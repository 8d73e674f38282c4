#include "engine/pictures/redraw.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::pictures;

/// Whatever comes in, what comes out is a picture that comes out again, and says of itself nothing more.
void try_input(std::string_view bytes) {
    Bounds bounds;
    bounds.read = bounds.held = bounds.exact = 1'000'000;
    bounds.memory = 16ULL * 1024 * 1024;
    bounds.passes = 10;
    const auto redrawn = redraw(bytes, bounds);
    if (redrawn.outcome != Drawn::whole) return;
    must(redrawn.bytes.find("Exif") == redrawn.bytes.npos);
    must(orientation_of(redrawn.bytes) == Orientation::upright);
    must(redraw(redrawn.bytes, bounds).outcome == Drawn::whole);
}
