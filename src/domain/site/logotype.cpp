#include "domain/site/logotype.hpp"

#include "domain/field.hpp"

namespace medskapa {

Result<KeptPicture> checked_logotype(std::string_view bytes) {
    const auto refused = [](const char* sentence, Holes holes = {}) {
        return refuse(Failure::Kind::invalid, {{Field::file, sentence, std::move(holes)}});
    };
    const auto name = name_of_picture(bytes);
    if (!name) return refused(N_("Choose the logotype as PNG or JPEG"));
    if (bytes.size() > largest_logotype)
        return refused(
            N_("The logotype must be at most {} kB. Save it with fewer pixels"), {largest_logotype / 1000});
    if (name->height < least_logotype_height)
        return refused(
            N_("The logotype is {} pixels high. Save it at least {} pixels high, or it is blurred"),
            {name->height, least_logotype_height});
    if (name->width > widest_logotype * name->height || name->height > 2 * name->width)
        return refused(N_("The logotype must be at most {} times as wide as it is high, and at most twice as "
                          "high as it is wide"),
            {widest_logotype});
    return *name;
}

}  // namespace medskapa
