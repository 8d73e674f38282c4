#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address conditions_page{"/processer/{process}/forutsattningar"};
inline constexpr Address dataset_page{"/processer/{process}/forutsattningar/data/{dataset}"};
inline constexpr Address dataset_csv{"/processer/{process}/forutsattningar/data/{dataset}/data.csv"};
inline constexpr Address dataset_file{"/processer/{process}/forutsattningar/data/{dataset}/fil"};
inline constexpr Address run_page{"/processer/{process}/forutsattningar/korningar/{run}"};
inline constexpr Address run_csv{"/processer/{process}/forutsattningar/korningar/{run}/resultat.csv"};
inline constexpr Address run_json{"/processer/{process}/forutsattningar/korningar/{run}/korning.json"};
inline constexpr Address run_picture{"/processer/{process}/forutsattningar/korningar/{run}/bild.svg"};

// The staff's.
inline constexpr Address statistics_desk{"/processer/{process}/handlaggning/underlag"};
inline constexpr Address import_dataset{"/processer/{process}/handlaggning/underlag/inlasning"};
inline constexpr Address make_run{"/processer/{process}/handlaggning/underlag/data/{dataset}/korning"};
inline constexpr Address desk_run{"/processer/{process}/handlaggning/underlag/korningar/{run}"};
inline constexpr Address make_run_again{
    "/processer/{process}/handlaggning/underlag/korningar/{run}/omkorning"};
inline constexpr Address remove_run{"/processer/{process}/handlaggning/underlag/korningar/{run}/borttagning"};
inline constexpr Address cite_run{"/processer/{process}/handlaggning/underlag/korningar/{run}/hanvisning"};
inline constexpr Address hold_citation{
    "/processer/{process}/handlaggning/underlag/hanvisningar/{citation}/galler"};
inline constexpr Address review_citation{
    "/processer/{process}/handlaggning/underlag/hanvisningar/{citation}/granskning"};

}  // namespace medskapa::address
