#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/text/kept_picture.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace medskapa {

/// The region's own mark at the top of every page, in the place of Medskapa's. What stood before stays as
/// earlier rows; a row without a picture took the mark away.
struct SiteLogotype {
    Id<SiteLogotype> id = {};
    KeptPicture picture = {};  // its digest is empty where there is none
    Instant written_at = {};

    bool is_there() const { return !picture.digest.empty(); }
};

inline constexpr std::size_t largest_logotype = 200'000;  // bytes: it stands on every page
inline constexpr int least_logotype_height = 80;  // pixels: twice what is shown, for screens that are dense
inline constexpr int widest_logotype = 6;         // times its height

/// The picture's name, of a PNG or JPEG. Refuses another kind of file, one of more bytes, one that is lower,
/// wider, or higher than twice its width.
Result<KeptPicture> checked_logotype(std::string_view bytes);

}  // namespace medskapa
