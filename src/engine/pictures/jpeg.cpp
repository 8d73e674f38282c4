#include "engine/pictures/raster.hpp"

// jpeglib.h needs FILE and size_t before it.
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>
#include <csetjmp>
#include <cstdlib>

namespace medskapa::pictures {
namespace {

/// libjpeg leaves by longjmp when it can go no further, so nothing that has a destructor is made between here
/// and its calls.
struct Faults {
    jpeg_error_mgr manager;
    std::jmp_buf way_out;
    bool is_cut = false;
};

[[noreturn]] void leave(j_common_ptr common) {
    std::longjmp(reinterpret_cast<Faults*>(common->err)->way_out, 1);
}

/// Some faults libjpeg only remarks on and paints grey. Those after which the picture is not what was taken
/// make it none.
void remark(j_common_ptr common, int level) {
    if (level >= 0) return;
    auto& faults = *reinterpret_cast<Faults*>(common->err);
    const auto code = faults.manager.msg_code;
    if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE) faults.is_cut = true;
}

void say_nothing(j_common_ptr /*common*/) {}

jpeg_error_mgr* listen(Faults& faults) {
    auto* manager = jpeg_std_error(&faults.manager);
    manager->error_exit = leave;
    manager->emit_message = remark;
    manager->output_message = say_nothing;
    return manager;
}

struct Reading {
    jpeg_decompress_struct state{};
    Faults faults;
    jpeg_progress_mgr progress{};
    int passes = 0;

    ~Reading() { jpeg_destroy_decompress(&state); }
};

void count_passes(j_common_ptr common) {
    auto* state = reinterpret_cast<j_decompress_ptr>(common);
    const auto* reading = static_cast<const Reading*>(common->client_data);
    if (state->input_scan_number > reading->passes) leave(common);
}

/// The largest picture of at most `held` pixels: the library draws in eighths at no cost.
void scale(jpeg_decompress_struct& state, std::uint64_t held) {
    state.scale_denom = 8;
    for (state.scale_num = 8; state.scale_num > 1; --state.scale_num) {
        jpeg_calc_output_dimensions(&state);
        if (std::uint64_t{state.output_width} * state.output_height <= held) return;
    }
    jpeg_calc_output_dimensions(&state);
}

/// Reads the head. False when the library could not.
bool begin(Reading& reading, std::string_view bytes, const Bounds& bounds) {
    reading.state.err = listen(reading.faults);
    if (setjmp(reading.faults.way_out) != 0) return false;
    jpeg_create_decompress(&reading.state);
    reading.state.mem->max_memory_to_use = static_cast<long>(bounds.memory);
    reading.passes = bounds.passes;
    reading.progress.progress_monitor = count_passes;
    reading.state.progress = &reading.progress;
    reading.state.client_data = &reading;
    jpeg_mem_src(&reading.state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&reading.state, TRUE);
    const bool is_grey = reading.state.jpeg_color_space == JCS_GRAYSCALE;
    const bool is_printed = reading.state.num_components == 4;
    reading.state.out_color_space = is_printed ? JCS_CMYK : is_grey ? JCS_GRAYSCALE : JCS_RGB;
    scale(reading.state, bounds.held);
    return true;
}

/// Draws into rows that are there already: nothing is made on the way.
bool draw(Reading& reading, unsigned char* into, std::size_t row_size) {
    if (setjmp(reading.faults.way_out) != 0) return false;
    jpeg_start_decompress(&reading.state);
    while (reading.state.output_scanline < reading.state.output_height) {
        auto* row = into + reading.state.output_scanline * row_size;
        jpeg_read_scanlines(&reading.state, &row, 1);
    }
    jpeg_finish_decompress(&reading.state);
    return !reading.faults.is_cut;
}

/// Of the four inks of print, as Adobe writes them: how much of each is left white.
Raster from_inks(const Raster& inks) {
    constexpr unsigned full = 255;
    Raster screen{inks.width, inks.height, 3, {}};
    screen.bytes.resize(inks.width * inks.height * 3);
    for (std::size_t i = 0; i < inks.width * inks.height; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            screen.bytes[3 * i + c] =
                static_cast<unsigned char>(unsigned{inks.bytes[4 * i + c]} * inks.bytes[4 * i + 3] / full);
    return screen;
}

struct Writing {
    jpeg_compress_struct state{};
    Faults faults;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;

    ~Writing() {
        jpeg_destroy_compress(&state);
        std::free(bytes);
    }
};

bool write(Writing& writing, const Raster& raster, int quality) {
    writing.state.err = listen(writing.faults);
    if (setjmp(writing.faults.way_out) != 0) return false;
    jpeg_create_compress(&writing.state);
    jpeg_mem_dest(&writing.state, &writing.bytes, &writing.size);
    writing.state.image_width = static_cast<JDIMENSION>(raster.width);
    writing.state.image_height = static_cast<JDIMENSION>(raster.height);
    writing.state.input_components = static_cast<int>(raster.channels);
    writing.state.in_color_space = raster.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&writing.state);
    jpeg_set_quality(&writing.state, quality, TRUE);
    jpeg_start_compress(&writing.state, TRUE);
    while (writing.state.next_scanline < writing.state.image_height) {
        auto* row =
            const_cast<unsigned char*>(raster.bytes.data()) + writing.state.next_scanline * raster.row_size();
        jpeg_write_scanlines(&writing.state, &row, 1);
    }
    jpeg_finish_compress(&writing.state);
    return true;
}

}  // namespace

Redrawn redraw_jpeg(std::string_view bytes, const Bounds& bounds) {
    Reading reading;
    if (!begin(reading, bytes, bounds)) return {};
    const auto& state = reading.state;
    if (std::uint64_t{state.image_width} * state.image_height > bounds.read) return {Drawn::too_large, {}};
    if (std::uint64_t{state.output_width} * state.output_height > bounds.held) return {Drawn::too_large, {}};
    Raster raster{
        state.output_width, state.output_height, static_cast<std::size_t>(state.out_color_components), {}};
    raster.bytes.resize(raster.row_size() * raster.height);
    if (!draw(reading, raster.bytes.data(), raster.row_size())) return {};
    if (raster.channels == 4) raster = from_inks(raster);
    raster = turned(std::move(raster), orientation_of(bytes));
    Writing writing;
    if (!write(writing, raster, bounds.quality)) return {};
    return {Drawn::whole, std::string{reinterpret_cast<const char*>(writing.bytes), writing.size}};
}

}  // namespace medskapa::pictures
