-- Names are found by their ordinary forms, in every script (ADR 12, as amended). What was typed stays as it was typed, byte for byte; only keys are made ordinary.

-- 異体字 of names, each with the ordinary character that stands for it in keys; data, so that it can be read and extended by another migration
-- (the keys must then be made anew, as below). What Unicode itself folds (NFKC: compatibility ideographs such as U+FA19 神, half-width kana) is not in it.
create table notification.name_variant (
  variant text primary key check (length(variant) = 1 and normalize(variant, NFKC) = variant),
  ordinary text not null check (length(ordinary) = 1 and ordinary <> variant),
  source text not null check (source in ('JOYO', 'JINMEI', 'FAMILY'))
);
-- It is for keys alone: nobody but the owner reads it, and no way leads to it.
alter table notification.name_variant enable row level security;

-- JOYO: 常用漢字表（平成22年内閣告示第2号）and its predecessor, the forms of the 康熙字典 that they give in brackets, with the present form.
-- JINMEI: 戸籍法施行規則 別表第二, characters that it allows beside another form of the same one.
-- FAMILY: forms met in family and place names (辞書・電話帳等に見られる姓の異体字), chosen by this project; there is no official table of them.
insert into notification.name_variant (variant, ordinary, source)
select substr(pair, 1, 1), substr(pair, 2, 1), given.source
from (values
  ('JOYO', '
    亞亜 惡悪 爲為 榮栄 衞衛 圓円 緣縁 應応 櫻桜 奧奥 橫横 溫温 價価 壞壊 懷懐 樂楽 卷巻 陷陥 寬寛 氣気 僞偽 戲戯 虛虚 峽峡 狹狭
    曉暁 勳勲 薰薫 惠恵 揭掲 鷄鶏 藝芸 擊撃 縣県 儉倹 劍剣 險険 圈圏 檢検 顯顕 驗験 嚴厳 廣広 恆恒 黃黄 國国 黑黒 碎砕 雜雑 兒児
    濕湿 實実 壽寿 收収 從従 澁渋 獸獣 縱縦 緖緒 敍叙 將将 涉渉 燒焼 奬奨 條条 狀状 乘乗 淨浄 剩剰 疊畳 孃嬢 讓譲 釀醸 眞真 寢寝
    愼慎 盡尽 粹粋 醉酔 穗穂 瀨瀬 齊斉 靜静 攝摂 專専 戰戦 纖繊 禪禅 壯壮 爭争 莊荘 搜捜 巢巣 曾曽 裝装 瘦痩 騷騒 增増 藏蔵 臟臓
    卽即 帶帯 滯滞 瀧滝 單単 團団 彈弾 晝昼 鑄鋳 廳庁 徵徴 聽聴 鎭鎮 轉転 傳伝 燈灯 盜盗 稻稲 德徳 拜拝 賣売 髮髪 拔抜 晚晩 祕秘
    拂払 佛仏 步歩 飜翻 每毎 萬万 默黙 彌弥 藥薬 與与 搖揺 樣様 謠謡 來来 賴頼 覽覧 龍竜 綠緑 淚涙 壘塁 禮礼 曆暦 歷歴 鍊錬 郞郎
    錄録 濱浜 澤沢 邊辺 齋斉 舊旧 學学 覺覚 關関 區区 號号 濟済 寶宝 顏顔 會会 敎教 鄕郷 豐豊 龜亀 螢蛍 鹽塩 壹壱 鐵鉄 靑青 淸清
    淺浅 豫予 餘余 歸帰 繼継 經経 輕軽 莖茎 體体 數数 總総 聲声 參参 贊賛 釋釈 擇択 驛駅 斷断 當当 黨党 點点 圖図 變変 寫写 祿禄
    鑛鉱 內内 吳呉 繩縄 濶闊 擔担 假仮 獨独 彥彦 兩両 勵励 勞労 嶽岳 樓楼 惱悩 營営 觀観 權権 歡歓 勸勧 屬属 續続 爐炉 譽誉 麥麦
    醫医 壓圧 圍囲 隱隠 鷗鴎 麴麹 巖巌 穰穣'),
  ('JINMEI', '
    薗園 駈駆 嶋島 盃杯 冨富 峯峰 埜野 凉涼 亙亘 晄晃 檜桧 槇槙 禰祢 禱祷 萠萌 遙遥 堯尭 凜凛 瑤瑶 晉晋 絲糸'),
  ('FAMILY', '
    𠮷吉 髙高 﨑崎 嵜崎 邉辺 斎斉 濵浜 嶌島 桒桑 栁柳 桺柳 舘館 渕淵 渊淵 𣘺橋 曻昇 鐡鉄 鉃鉄 圡土 𡈽土 𠀋丈 塲場 亰京 卋世 珎珍
    寳宝 籔薮 藪薮 鄉郷 萊莱 蘆芦 濤涛 壺壷 兔兎 穎頴 讚讃 聰聡 躰体 靍鶴 靏鶴 閒間 喆哲 梹浜 裵裴 栢柏 皈帰 囯国 圀国 柗松 枩松
    菴庵 㟢崎 槗橋 𫝆今 邨村 穐秋 龝秋 惪徳 悳徳 峩峨 崕崖 嶢尭 舩船 畧略 畄留 畱留 㐂喜 歲歳 戶戸 朖朗 廐厩 廏厩 廄厩 溪渓 谿渓
    靁雷 緜綿 晧皓 㑹会')) given (source, pairs),
  regexp_split_to_table(trim(regexp_replace(given.pairs, '\s+', ' ', 'g')), ' ') pair;

-- The function is made from the data: a generated column's function may not read a table. In this order:
--  1. a voicing mark that stands alone (か゛) is the one that combines, then NFKC: half-width is full-width, か and its mark are が, NFD is NFC;
--  2. gone: white space, variation selectors, and what cannot be seen (format and bidirectional controls, soft hyphen, fillers); what they held apart composes;
--  3. lower case; hiragana is katakana; every long vowel mark and dash look-alike is one; the variant is the ordinary character.
-- A submission pays for three keys, and translate() compares each character with each of the table: so a text is first looked through for what there may be to
-- translate (a class of characters, which costs nearly nothing). That class also has whatever NFKC makes into such a character.
do $$
declare
  v_gone constant text := '[\s\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\U000E0000-\U000E0FFF]';
  v_kana constant text := 'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ';
  v_katakana constant text := 'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ';
  v_dashes constant text := U&'\2010\2011\2012\2013\2014\2015\2212\2500\2501\30FC\FE31\FE32\FE58\FE63\FF0D\FF70';
  v_compatible constant text := '\u2E80-\u2FDF\u3200-\u33FF\uF900-\uFAFF\U0001F200-\U0001F2FF\U0002F800-\U0002FA1F';
  v_core constant text := format('lower(normalize(regexp_replace(normalize(translate(p_text, %L, %L), NFKC), %L, '''', ''g''), NFKC))',
                                 U&'\309B\309C', U&'\3099\309A', v_gone);
  v_variants text;
  v_ordinary text;
begin
  select string_agg(variant, '' order by variant collate "C"), string_agg(ordinary, '' order by variant collate "C")
  into v_variants, v_ordinary from notification.name_variant;

  alter table notification.revision drop column patient_name_key, drop column patient_name_kana_key, drop column in_house_patient_id_key;
  drop function notification.search_key(text);
  execute format($f$
    create function notification.search_key(p_text text) returns text
    language sql immutable strict parallel safe
    return case
      when octet_length(p_text) = char_length(p_text) then lower(regexp_replace(p_text, '[\s\x01-\x1F\x7F]', '', 'g'))
      when p_text ~ %L then translate(%s, %L, %L)
      when p_text ~ %L then translate(%s, %L, %L)
      else %s
    end $f$,
    '[' || v_variants || v_compatible || ']', v_core, v_kana || v_dashes || v_variants, v_katakana || repeat('-', length(v_dashes)) || v_ordinary,
    '[\u3041-\u309F' || v_dashes || ']', v_core, v_kana || v_dashes, v_katakana || repeat('-', length(v_dashes)),
    v_core);
end
$$;

-- The columns again, so that every key is by the new function. One rewrite of the table.
alter table notification.revision
  add column patient_name_key text collate "C" generated always as (notification.search_key(patient_name)) stored,
  add column patient_name_kana_key text collate "C" generated always as (notification.search_key(patient_name_kana)) stored,
  add column in_house_patient_id_key text collate "C" generated always as (notification.search_key(document ->> 'inHousePatientId')) stored;
create index revision_patient_name on notification.revision (patient_name_key);
create index revision_patient_name_kana on notification.revision (patient_name_kana_key, birth_date) where patient_name_kana_key is not null;
create index revision_in_house_patient_id on notification.revision (in_house_patient_id_key) where in_house_patient_id_key is not null;
