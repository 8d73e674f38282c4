#include "engine/office/read.hpp"

namespace medskapa::office {

Result<Reading> read(std::string_view bytes) {
    const auto package = Package::opened(bytes);
    if (!package) return tl::unexpected{package.error()};
    const bool is_docx = package->has("word/document.xml");
    if (!is_docx && !package->has("content.xml"))
        return unfit(N_("The file is neither DOCX nor ODT. Save it again as one of them"));
    auto reading = is_docx ? read_docx(*package) : read_odt(*package);
    if (!reading) return reading;
    return checked(*std::move(reading));
}

}  // namespace medskapa::office
