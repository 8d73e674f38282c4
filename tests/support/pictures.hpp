#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

/// Pictures as people send them: tests/pictures/.
namespace example {

inline std::string picture(const std::string& name) {
    std::ifstream stream{"tests/pictures/" + name, std::ios::binary};
    if (!stream) throw std::runtime_error{"no picture " + name};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// 48 pixels wide and 32 high in the file, taken on its side, with the place and a name in its Exif block and
/// a script after its end.
inline std::string photo() {
    return picture("photo.jpg");
}
/// 40 pixels wide and 24 high, with the name of who made it.
inline std::string screenshot() {
    return picture("screen.png");
}

}  // namespace example
