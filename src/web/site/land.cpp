#include "web/site/land.hpp"

namespace medskapa::web::site {
namespace {

Html mountains() {
    return html(R"svg(<circle class="sun" cx="1210" cy="60" r="42"/>
    <path class="far" d="M0 148 L130 126 220 142 340 102 450 124 560 94 660 120 780 82 870 102 950 60 1020 30 1050 24 1090 42 1140 36 1200 72 1270 60 1350 90 1440 76V240H0z"/>
    <path class="mid" d="M0 178 Q150 144 300 166 T570 152 T810 136 Q910 108 995 86 T1190 110 T1440 114V240H0z"/>
    <path class="near" d="M0 208 Q190 174 390 196 T770 182 Q970 148 1140 148 T1440 162V240H0z"/>
    <path class="page" d="M0 228 Q250 206 530 222 T1010 208 Q1230 190 1440 204V241H0z"/>)svg");
}

/// Hills whose nearest crest has the tops of spruces.
Html hills() {
    return html(R"svg(<circle class="sun" cx="1180" cy="58" r="40"/>
    <path class="far" d="M0 138 Q180 92 380 118 T760 96 T1120 74 T1440 98V240H0z"/>
    <path class="mid" d="M0 172 Q220 128 460 156 T880 132 T1220 120 T1440 140V240H0z"/>
    <path class="near" d="M0 206 Q240 176 500 196 L520 182 534 198 552 172 568 197 588 180 602 197 Q760 176 880 172 L898 152 914 170 934 140 952 168 972 150 988 166 1008 136 1028 166 Q1150 156 1240 160 L1258 142 1274 162 1292 134 1310 164 Q1390 166 1440 172V240H0z"/>
    <path class="page" d="M0 228 Q260 208 540 222 T1020 210 Q1240 196 1440 208V241H0z"/>)svg");
}

/// Islands before an even horizon, and the shore on which one stands.
Html coast() {
    return html(R"svg(<circle class="sun" cx="1170" cy="84" r="44"/>
    <path class="far" d="M0 130H1440V240H0z"/>
    <path class="mid" d="M120 140 Q160 116 240 126 Q300 112 360 140z M660 140 Q720 106 800 124 Q850 102 920 126 Q970 120 1000 140z M1280 140 Q1330 118 1440 124V140z M0 168H1440V240H0z"/>
    <path class="near" d="M300 178 Q360 150 440 164 Q500 152 560 178z M1010 186 Q1080 148 1180 160 Q1300 134 1440 150V240H0V196 Q420 214 700 204 T1010 186z"/>
    <path class="page" d="M0 226 Q260 212 560 222 T1040 212 Q1240 196 1440 206V241H0z"/>)svg");
}

/// Fields below a wide sky, a row of trees and a village's roofs far away.
Html plain() {
    return html(R"svg(<circle class="sun" cx="1200" cy="72" r="44"/>
    <path class="far" d="M0 150 H500 V136 L514 124 528 136V150H560V132L570 96 580 132V150H604V138L622 124 640 138V150H980 Q1010 128 1040 150H1070 Q1100 122 1130 150 Q1160 130 1190 150H1440V240H0z"/>
    <path class="mid" d="M0 174 Q360 158 720 168 T1440 156V240H0z"/>
    <path class="near" d="M0 204 Q380 182 760 194 T1440 176V240H0z"/>
    <path class="page" d="M0 228 Q300 214 640 222 T1440 208V241H0z"/>)svg");
}

Html drawn(Landscape landscape) {
    switch (landscape) {
        case Landscape::mountains: return mountains();
        case Landscape::hills: return hills();
        case Landscape::coast: return coast();
        case Landscape::plain: return plain();
        case Landscape::none: break;
    }
    return {};
}

}  // namespace

Html land(Landscape landscape) {
    if (landscape == Landscape::none) return {};
    return html(R"svg(
  <svg class="land" viewBox="0 0 1440 240" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
    {}
  </svg>)svg",
        drawn(landscape));
}

}  // namespace medskapa::web::site
