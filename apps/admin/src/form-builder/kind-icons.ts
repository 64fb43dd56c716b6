import type { SvgIconProps } from '@mui/material/SvgIcon';
import ChoicesIcon from '@mui/icons-material/CheckBoxOutlined';
import ConsentIcon from '@mui/icons-material/TaskAltOutlined';
import DateIcon from '@mui/icons-material/EventOutlined';
import DocumentIcon from '@mui/icons-material/DescriptionOutlined';
import FileIcon from '@mui/icons-material/AttachFileOutlined';
import FilesIcon from '@mui/icons-material/FolderOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import NumberIcon from '@mui/icons-material/PinOutlined';
import OrganisationIcon from '@mui/icons-material/ApartmentOutlined';
import OtherIcon from '@mui/icons-material/WidgetsOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import RadioIcon from '@mui/icons-material/RadioButtonCheckedOutlined';
import ScaleIcon from '@mui/icons-material/StarOutline';
import SelectIcon from '@mui/icons-material/ArrowDropDownCircleOutlined';
import TextareaIcon from '@mui/icons-material/NotesOutlined';
import TextIcon from '@mui/icons-material/ShortTextOutlined';
import YesNoIcon from '@mui/icons-material/ThumbsUpDownOutlined';
import type { ComponentType } from 'react';
import type { QuestionKind } from './model/question-kinds.js';

export const KIND_ICONS: Readonly<Record<QuestionKind | 'other', ComponentType<SvgIconProps>>> = {
  text: TextIcon, textarea: TextareaIcon, number: NumberIcon, scale: ScaleIcon, date: DateIcon, choice: RadioIcon, select: SelectIcon, choices: ChoicesIcon, yesNo: YesNoIcon, consent: ConsentIcon,
  file: FileIcon, files: FilesIcon, person: PersonIcon, organisation: OrganisationIcon, document: DocumentIcon, info: InfoIcon, other: OtherIcon,
};
