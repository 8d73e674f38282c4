#pragma once

#include "base/names.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

/// A picture that is kept, as a text names it: by what it holds, so that a text that is signed or printed
/// vouches for its pictures too.
struct KeptPicture {
    enum class Format { jpeg, png };

    std::string digest = {};  // SHA-256 of its bytes: 64 hexadecimal digits, lower case
    Format format = Format::png;
    int width = 0;  // pixels, 1 to 65 535
    int height = 0;

    bool operator==(const KeptPicture&) const = default;
};

template <>
inline constexpr auto names_of<KeptPicture::Format> = names<KeptPicture::Format>({
    {KeptPicture::Format::jpeg, "jpeg"},
    {KeptPicture::Format::png, "png"},
});

/// "0f3a…-640x480.png"
std::string file_name(const KeptPicture&);
/// Nothing for a name that file_name() does not make.
std::optional<KeptPicture> picture_named(std::string_view file_name);

/// What a picture's address in Markdown begins with: "![Map](bild:0f3a…-640x480.png)".
inline constexpr std::string_view picture_scheme = "bild:";
std::string address_of(const KeptPicture&);
std::optional<KeptPicture> picture_at(std::string_view address);

/// The name of a JPEG (ITU-T T.81) or PNG (ISO 15948), with the size that its head says. Nothing for other
/// bytes, and for a side of 0 or more than 65 535 pixels. O(bytes).
std::optional<KeptPicture> name_of_picture(std::string_view bytes);

}  // namespace medskapa
